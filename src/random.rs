//! Numbers that look random and are the same on every machine.

/// The generator `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the
/// constants are those of Vigna's reference): a counter in steps of the golden ratio, and its bits mixed. It is a few lines of
/// integer arithmetic, passes the usual tests, and its mixing is a good hash of the counter, so that streams can go by names.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

/// The step of the counter: 2⁶⁴ over the golden ratio, made odd.
pub const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl SplitMix64 {
    /// The generator that starts at a state.
    #[must_use]
    pub fn new(state: u64) -> Self {
        Self(state)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }
}

/// The bits of a number, mixed.
#[must_use]
pub fn mix(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
