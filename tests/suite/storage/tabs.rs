//! Two tabs on the same release.

use rollcall::storage::tabs::{Mine, News, Notice, Reaction, on_other_saved};
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
fn a_notice_travels_as_text_and_is_heard_by_others_alone() {
    let (here, there) = (TabId("here".to_owned()), TabId("there".to_owned()));
    let news = [News::Saved { id: id("a"), revision: Revision(8) }, News::Removed { id: id("a") }, News::Erased];
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
