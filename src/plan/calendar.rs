//! The organisation's calendar as far as the plan must respect it.

use jiff::civil::Date;

use super::items::Items;

record! {
    /// On which days work is done, and in which periods nothing is deployed.
    pub struct WorkCalendar {
        /// The days of the week on which nobody works.
        pub weekend: Weekend,
        /// Periods in which nothing is deployed, or nobody is there.
        pub periods: Items<ClosedPeriod>,
    }
}

choice! {
    /// The days of the week on which nobody works.
    pub enum Weekend {
        /// Saturday and Sunday.
        SaturdaySunday = "saturday_sunday", "Saturday and Sunday";
        /// Friday and Saturday.
        FridaySaturday = "friday_saturday", "Friday and Saturday";
        /// Sunday alone.
        Sunday = "sunday", "Sunday";
        /// Work goes on all week.
        None = "none", "No day";
    }
}

choice! {
    /// What a closed period forbids.
    pub enum PeriodKind {
        /// Nothing is deployed: a year-end close, a sale, an election.
        Blackout = "blackout", "Blackout period";
        /// Nobody is there: a public holiday, a company shutdown.
        Holiday = "holiday", "Holiday";
    }
}

item! {
    /// A period in which nothing is deployed, or nobody is there.
    pub struct ClosedPeriod titled name {
        /// What it is.
        pub name: String,
        /// What it forbids.
        pub kind: PeriodKind,
        /// Its first day.
        pub from: Option<Date>,
        /// Its last day; the first one where absent.
        pub until: Option<Date>,
    }
}
