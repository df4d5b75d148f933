//! Addresses within the app lead to a place and back.

use rollcall::plan::Id;
use rollcall::readiness::{Place, Section};
use rollcall::route::{NEW_STEPS, Route};

#[test]
fn every_address_is_written_as_it_is_read() {
    let addresses = [
        "#/",
        "#/new",
        "#/new/2",
        "#/new/3",
        "#/settings",
        "#/settings/templates",
        "#/settings/templates/gates",
        "#/settings/templates/gates/code-review?field=name",
        "#/r/one-desk",
        "#/r/one-desk?field=window",
        "#/r/one-desk/gates/test-review",
        "#/r/one-desk/gates/test-review?field=sign_offs.quality-lead",
        "#/r/one-desk/strategy/walk",
        "#/r/one-desk/strategy/walk/3",
        "#/r/one-desk/board/roll-call",
        "#/r/one-desk/documents",
        "#/r/one-desk/documents/release_plan",
        "#/r/one-desk/history",
        "#/nowhere",
    ];
    for address in addresses {
        assert_eq!(Route::parse(address).to_string(), address);
    }
}

#[test]
fn a_finding_on_a_part_of_an_entry_leads_to_that_part() {
    let id = Id::new("one-desk").unwrap();
    // An id may hold each of these characters.
    let place = Place::part(Section::Gates, "test-review", "quality.lead_1-a", "sign_offs");
    let route = Route::cure(id, &place);
    assert_eq!(route.to_string(), "#/r/one-desk/gates/test-review?field=sign_offs.quality.lead_1-a");
    assert_eq!(Route::parse(&route.to_string()), route);
}

#[test]
fn the_wizard_has_an_address_for_each_step() {
    assert_eq!(Route::parse("#/new/1"), Route::New(1));
    assert_eq!(Route::parse("#/new"), Route::New(1));
    assert_eq!(Route::parse(&format!("#/new/{NEW_STEPS}")), Route::New(NEW_STEPS));
    for address in ["/new/0", "/new/4", "/new/x", "/new/-1", "/new/2/3"] {
        assert_eq!(Route::parse(&format!("#{address}")), Route::Unknown(address.to_owned()));
    }
}

#[test]
fn a_field_that_no_page_can_have_is_left_out() {
    let plain = Route::parse("#/r/one-desk/gates");
    for field in ["", "a b", "a\"]", "a'", "a\\"] {
        assert_eq!(Route::parse(&format!("#/r/one-desk/gates?field={field}")), plain, "{field}");
    }
}
