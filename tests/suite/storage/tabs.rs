//! Two tabs on the same release.

use rollcall::storage::tabs::{
    Mine, News, Notice, OnTemplates, Reaction, Shown, mark_of, on_other_saved, on_other_templates,
};
use rollcall::storage::{Revision, TabId};

use super::contract::id;

#[test]
fn reactions() {
    let cases = [
        (7, false, 7, Reaction::Ignore),
        (7, true, 6, Reaction::Ignore),
        (7, false, 8, Reaction::Follow),
        (7, true, 8, Reaction::KeepBoth),
        (7, false, 20, Reaction::Follow),
    ];
    for (base, unsaved, told, expected) in cases {
        let mine = Mine { base: Revision(base), unsaved };
        assert_eq!(on_other_saved(mine, Revision(told)), expected, "{mine:?} told of {told}");
    }
}

#[test]
fn templates_of_another_tab_are_shown_unless_both_edited_from_the_same_outset() {
    let cases = [
        (false, 7, None, OnTemplates::Ignore),
        (true, 7, Some(6), OnTemplates::Ignore),
        (false, 8, None, OnTemplates::Follow),
        (false, 8, Some(6), OnTemplates::Follow),
        (true, 8, Some(7), OnTemplates::Follow),
        (true, 8, Some(6), OnTemplates::Ask),
        (true, 8, None, OnTemplates::Ask),
        (true, 0, Some(7), OnTemplates::Follow),
    ];
    for (edited, stored, before, expected) in cases {
        let shown = Shown { mark: 7, edited };
        assert_eq!(on_other_templates(shown, stored, before), expected, "{shown:?} {stored} {before:?}");
    }
}

#[test]
fn a_mark_tells_texts_apart() {
    assert_eq!(mark_of(None), 0);
    let marks = ["", "{}", "{} "].map(|text| mark_of(Some(text)));
    assert!(marks.iter().all(|mark| *mark != 0));
    assert_eq!(marks.map(|mark| marks.iter().filter(|other| **other == mark).count()), [1; 3]);
    assert_eq!(mark_of(Some("{}")), mark_of(Some("{}")));
}

#[test]
fn a_notice_travels_as_text_and_is_heard_by_others_alone() {
    let (here, there) = (TabId("here".to_owned()), TabId("there".to_owned()));
    let saved = News::Saved { id: id("a"), revision: Revision(8) };
    let news = [saved, News::Removed { id: id("a") }, News::Erased, News::Templates { before: u64::MAX }];
    for news in news {
        let notice = Notice { from: here.clone(), news };
        assert_eq!(Notice::from_text(&notice.to_text(), &there), Some(notice.clone()));
        assert_eq!(Notice::from_text(&notice.to_text(), &here), None);
    }
    for text in
        ["", "{}", "null", r#"{"from":"x","news":"unheard_of"}"#, r#"{"from":"x","news":{"removed":{"id":"a b"}}}"#]
    {
        assert_eq!(Notice::from_text(text, &there), None, "{text}");
    }
}
