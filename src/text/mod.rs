//! Codes and arguments into sentences for people.
