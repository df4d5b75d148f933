//! Numbers that look random: the same everywhere.

use rollcall::random::SplitMix64;

#[test]
fn the_generator_is_the_published_one() {
    let mut random = SplitMix64::new(1_234_567);
    let published = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];
    assert_eq!(published.map(|_| random.bits()), published);
}
