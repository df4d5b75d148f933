//! How long a simulation takes, by people and by trials: `cargo bench --bench simulation`.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use rollcall::rollout::simulation::{Crowd, Input, PlannedWave, Scenario, simulate};

/// So many people in twelve groups at twelve sites, in three waves. Links, servers and desk are as large as they have to be
/// for so many, so that the rollouts take equally long and the figures tell what people cost.
fn scenario(people: u32) -> Scenario {
    let scale = f64::from(people) / 10_000.0;
    let crowd = |at: u32| Crowd {
        name: format!("Group {at}"),
        people: people / 12 + u32::from(at < people % 12),
        site: format!("Site {at}"),
        link: Some(f64::from(50 + 50 * at) * scale),
        trained: Some(0.5),
        wave: Some(usize::from(at > 0) + usize::from(at > 3)),
    };
    let wave = |name: &str| PlannedWave { name: name.to_owned(), ..PlannedWave::default() };
    let mut scenario = Scenario::with_crowds((0..12).map(crowd).collect());
    scenario.waves = ["Pilot", "Early", "Rest"].map(wave).to_vec();
    scenario.with(Input::ServerRate, 1000.0 * scale).with(Input::DeskCapacity, 30.0 * scale)
}

fn simulation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("nine strategies");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for people in [10_000, 100_000, 1_000_000] {
        for trials in [1_000, 10_000] {
            let scenario = scenario(people);
            group.bench_function(format!("{people} people, {trials} trials"), |bencher| {
                bencher.iter(|| simulate(black_box(&scenario), 1, trials));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, simulation);
criterion_main!(benches);
