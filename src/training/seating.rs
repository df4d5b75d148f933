//! Whether there is a seat for everybody, although audiences share sessions.
//!
//! Sessions have seats and audiences have people; a session gives seats to the audiences that are invited to it. To seat as many as
//! can be is a maximal flow from people to seats, found by shortest augmenting paths: whoever finds no free seat may take
//! one from another audience that finds one elsewhere. Where no such path is left, nobody can be seated better, and the audiences
//! that the search still reached are those that have too few seats among them, however they are spread.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::adequacy::size_of;
use super::session::{is_late_for, prepares};
use crate::plan::{Count, Id, Release, TrainingAudience, TrainingSession};

/// The seats that one audience can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// Which audience.
    pub audience: Id<TrainingAudience>,
    /// How many people it has.
    pub size: Count,
    /// The seats of all sessions to which it is invited in time, those that it shares among them.
    pub offered: Count,
    /// How many of them it gets where as many people as possible, of all audiences, have a seat.
    pub given: Count,
    /// To how many sessions it is invited in time.
    pub sessions: usize,
    /// Whether another audience is invited to one of them.
    pub shared: bool,
    /// Whether it has too few seats: alone, or together with those with whom it shares them.
    pub short: bool,
}

/// How all audiences together are seated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seating {
    /// Each audience, in their order.
    pub audiences: Vec<Seats>,
    /// How many people have no seat, however the seats are spread.
    pub without: Count,
}

/// Seats as many people as can be. A session counts for an audience that is invited to it, where it prepares for the release
/// and does not come after the audience is live; without a day it counts, as it is still to be planned.
#[must_use]
pub fn seating(release: &Release) -> Seating {
    let plan = &release.training;
    let suits = |session: &TrainingSession, audience: &TrainingAudience| {
        prepares(session) && session.audiences.contains(&audience.id) && !is_late_for(release, session, audience)
    };
    let rooms_of = |audience: &TrainingAudience| {
        let rooms = plan.sessions.iter().enumerate().filter(|(_, session)| suits(session, audience));
        rooms.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let mut hall = Hall {
        free: plan.sessions.iter().map(|session| session.capacity.0).collect(),
        rooms: plan.audiences.iter().map(rooms_of).collect(),
        given: BTreeMap::new(),
    };
    let sizes: Vec<u32> = plan.audiences.iter().map(|audience| size_of(release, audience).0).collect();
    for (audience, size) in sizes.iter().enumerate() {
        hall.seat(audience, *size);
    }
    let short = hall.short(&sizes);
    let seats = plan.audiences.iter().zip(&sizes).enumerate().map(|(at, (audience, size))| {
        let rooms = hall.rooms.get(at).map(Vec::as_slice).unwrap_or_default();
        let capacity = |room: &usize| plan.sessions.iter().nth(*room).map_or(0, |session| session.capacity.0);
        let others = hall.rooms.iter().enumerate().filter(|(other, _)| *other != at);
        Seats {
            audience: audience.id,
            size: Count(*size),
            offered: Count(rooms.iter().map(capacity).fold(0, u32::saturating_add)),
            given: Count(hall.seated(at)),
            sessions: rooms.len(),
            shared: others.into_iter().any(|(_, theirs)| theirs.iter().any(|room| rooms.contains(room))),
            short: short.contains(&at),
        }
    });
    let seats: Vec<Seats> = seats.collect();
    let without = seats.iter().map(|seats| seats.size.0.saturating_sub(seats.given.0)).fold(0, u32::saturating_add);
    Seating { audiences: seats, without: Count(without) }
}

/// The sessions' seats while they are given out. Audiences and sessions go by their positions.
struct Hall {
    /// The seats of each session that nobody has.
    free: Vec<u32>,
    /// The sessions to which each audience can go.
    rooms: Vec<Vec<usize>>,
    /// How many seats of a session an audience has.
    given: BTreeMap<(usize, usize), u32>,
}

/// How far a search for a free seat came, from an audience.
struct Search {
    /// A session with a free seat, where there is one.
    found: Option<usize>,
    /// Each session that was reached, with the audience that would go there.
    rooms: BTreeMap<usize, usize>,
    /// Each audience that would give up seats, with the session in which it has them.
    audiences: BTreeMap<usize, usize>,
}

impl Hall {
    /// Seats so many people of an audience, or as many as can be. Whoever has a seat keeps one.
    fn seat(&mut self, audience: usize, people: u32) {
        let mut left = people;
        while left > 0 {
            let search = self.search(audience);
            let Some(end) = search.found else { return };
            left -= self.move_up(audience, &search, end, left);
        }
    }

    /// The shortest way from an audience to a free seat.
    fn search(&self, from: usize) -> Search {
        let mut search = Search { found: None, rooms: BTreeMap::new(), audiences: BTreeMap::new() };
        let mut next = VecDeque::from([from]);
        while let Some(audience) = next.pop_front() {
            for room in self.rooms.get(audience).into_iter().flatten() {
                if search.rooms.contains_key(room) {
                    continue;
                }
                search.rooms.insert(*room, audience);
                if self.free.get(*room).is_some_and(|free| *free > 0) {
                    search.found = Some(*room);
                    return search;
                }
                for (&(_, other), _) in self.given.range((*room, 0)..=(*room, usize::MAX)) {
                    if other != from && !search.audiences.contains_key(&other) {
                        search.audiences.insert(other, *room);
                        next.push_back(other);
                    }
                }
            }
        }
        search
    }

    /// Lets everybody on the way move up by as many seats as all of them can, at most so many. Tells how many.
    fn move_up(&mut self, from: usize, search: &Search, end: usize, most: u32) -> u32 {
        // The way back from the free seat: who goes into which session, and out of which.
        let mut hops = Vec::new();
        let mut room = end;
        while let Some(&audience) = search.rooms.get(&room) {
            let out_of = search.audiences.get(&audience).copied().filter(|_| audience != from);
            hops.push((audience, room, out_of));
            match out_of {
                Some(before) => room = before,
                None => break,
            }
        }
        let held = |(audience, _, out_of): &(usize, usize, Option<usize>)| {
            out_of.map(|room| self.given.get(&(room, *audience)).copied().unwrap_or_default())
        };
        let free = self.free.get(end).copied().unwrap_or_default();
        let moved = hops.iter().filter_map(held).fold(most.min(free), u32::min);
        for (audience, into, out_of) in hops {
            *self.given.entry((into, audience)).or_default() += moved;
            if let Some(seats) = out_of.and_then(|room| self.given.get_mut(&(room, audience))) {
                *seats -= moved;
            }
        }
        self.given.retain(|_, seats| *seats > 0);
        if let Some(free) = self.free.get_mut(end) {
            *free -= moved;
        }
        moved
    }

    fn seated(&self, audience: usize) -> u32 {
        self.given.iter().filter(|((_, of), _)| *of == audience).map(|(_, seats)| *seats).fold(0, u32::saturating_add)
    }

    /// The audiences that have too few seats among them.
    fn short(&self, sizes: &[u32]) -> BTreeSet<usize> {
        let wanting = sizes.iter().enumerate().filter(|(audience, size)| self.seated(*audience) < **size);
        let mut short = BTreeSet::new();
        for (audience, _) in wanting {
            short.insert(audience);
            short.extend(self.search(audience).audiences.into_keys());
        }
        short
    }
}
