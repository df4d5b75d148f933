//! Settings, whatever is found where they should be.

use proptest::prelude::*;
use rollcall::storage::settings::{
    Appearance, Declared, Profile, Section, Settings, Theme, keep_templates, set_templates_aside, templates_aside,
    templates_text,
};
use rollcall::storage::{MemoryShelf, Shelf};

const PROFILE: &str = "rollcall:settings:profile";

fn profile() -> Profile {
    Profile {
        name: "Harbour Trust".to_owned(),
        time_zone: "Europe/Vienna".to_owned(),
        currency: "EUR".to_owned(),
        answers: [("size".to_owned(), "large".to_owned())].into(),
        rejection_reasons: Some(vec!["No back-out plan".to_owned()]),
        own_criteria: vec!["Licences are there".to_owned()],
    }
}

#[test]
fn nothing_stored_gives_the_defaults() {
    assert_eq!(Settings::read(&MemoryShelf::default()), (Settings::default(), vec![]));
}

#[test]
fn what_is_written_is_read() {
    let shelf = MemoryShelf::default();
    let person = Declared { name: "Ada".to_owned(), has_visited: true };
    profile().write(&shelf).expect("writes");
    person.write(&shelf).expect("writes");
    Appearance { theme: Theme::Dark }.write(&shelf).expect("writes");
    let (settings, aside) = Settings::read(&shelf);
    assert_eq!((settings.profile, settings.person, settings.appearance.theme), (profile(), person, Theme::Dark));
    assert_eq!(aside, []);
    Settings::erase(&shelf).expect("erases");
    assert_eq!(shelf.keys().expect("keys").len(), 0);
}

#[test]
fn templates_are_kept_as_a_text_set_aside_and_erased() {
    let shelf = MemoryShelf::default();
    assert_eq!(templates_text(&shelf), None);
    keep_templates(&shelf, "first").expect("writes");
    keep_templates(&shelf, "second").expect("writes");
    assert_eq!(templates_text(&shelf).as_deref(), Some("second"));
    // Reading the settings does not look at them: they are read where they are needed.
    assert_eq!(Settings::read(&shelf), (Settings::default(), vec![]));
    set_templates_aside(&shelf, "second").expect("sets aside");
    assert_eq!((templates_text(&shelf), templates_aside(&shelf).as_deref()), (None, Some("second")));
    keep_templates(&shelf, "third").expect("writes");
    Settings::erase(&shelf).expect("erases");
    assert_eq!(shelf.keys().expect("keys"), Vec::<String>::new());
}

#[test]
fn templates_that_cannot_be_set_aside_stay_where_they_are() {
    let shelf = MemoryShelf::with_room(60);
    keep_templates(&shelf, "a text of some length").expect("writes");
    assert!(set_templates_aside(&shelf, "a text of some length").is_err());
    assert_eq!(templates_text(&shelf).as_deref(), Some("a text of some length"));
}

#[test]
fn one_broken_value_costs_that_value_alone_and_is_set_aside() {
    let shelf = MemoryShelf::default();
    let text = r#"{"name":"Harbour Trust","time_zone":7,"currency":"EUR","own_criteria":"none","later":{"x":1}}"#;
    shelf.set(PROFILE, text).expect("writes");
    let (read, aside) = Profile::read(&shelf);
    assert_eq!(read, Profile { name: profile().name, currency: profile().currency, ..Profile::default() });
    assert_eq!(aside.map(|aside| aside.section), Some("profile"));
    assert_eq!(shelf.get("rollcall:set-aside:profile"), Ok(Some(text.to_owned())));
    read.write(&shelf).expect("writes");
    assert_eq!(shelf.get("rollcall:set-aside:profile"), Ok(Some(text.to_owned())), "it outlives the next change");
}

#[test]
fn an_unknown_word_or_no_json_at_all_gives_the_default() {
    let shelf = MemoryShelf::default();
    for text in [r#"{"theme":"sepia"}"#, "", "null", "[]", "dark", "{\"theme\":", "\u{0}"] {
        shelf.set("rollcall:settings:appearance", text).expect("writes");
        let (read, aside) = Appearance::read(&shelf);
        assert_eq!((read, aside.is_some()), (Appearance::default(), true), "{text}");
    }
}

#[test]
fn a_full_shelf_costs_no_setting() {
    let shelf = MemoryShelf::with_room(60);
    shelf.set("rollcall:settings:appearance", r#"{"theme":7,"x":1}"#).expect("writes");
    let (read, aside) = Appearance::read(&shelf);
    assert_eq!((read, aside.is_some()), (Appearance::default(), true));
    assert!(profile().write(&shelf).is_err());
}

proptest! {
    #[test]
    fn any_text_is_survived(text: String) {
        let shelf = MemoryShelf::default();
        shelf.set(PROFILE, &text).expect("writes");
        let (_, aside) = Profile::read(&shelf);
        let kept = shelf.get("rollcall:set-aside:profile").expect("reads");
        prop_assert_eq!(kept, aside.map(|_| text));
    }
}
