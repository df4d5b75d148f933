//! Each printable document as data, then as HTML and Markdown.
choice! {
    /// A document.
    pub enum Kind {
        /// The plan.
        ReleasePlan = "release_plan", "Release plan";
        /// The pack.
        GoNoGoPack = "go_no_go_pack", "Go/No-Go pack";
    }
}
