//! What covering a criterion counts: the weight of its competency times that of its rung. Whole numbers throughout, in
//! quarters, so that no machine rounds otherwise than another.

use serde::{Deserialize, Serialize};

/// How much a competency matters for the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    Could,
    Should,
    Must,
}

impl Weight {
    pub const ALL: [Self; 3] = [Self::Must, Self::Should, Self::Could];

    /// The word on the screen and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Could => "could",
            Self::Should => "should",
            Self::Must => "must",
        }
    }
}

/// What a criterion of a competency counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    pub must: u8,
    pub should: u8,
    pub could: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Self { must: 4, should: 2, could: 1 }
    }
}

impl Weights {
    pub fn of(self, weight: Weight) -> u32 {
        u32::from(match weight {
            Weight::Could => self.could,
            Weight::Should => self.should,
            Weight::Must => self.must,
        })
    }
}

/// How a criterion's rung stands to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Distance {
    /// Expected at the target itself.
    Target,
    /// At the rung next below.
    Below,
    /// At the rung next above.
    Above,
    /// At another rung alone.
    Other,
}

impl Distance {
    pub const ALL: [Self; 4] = [Self::Target, Self::Below, Self::Above, Self::Other];

    /// How a rung stands to the target, both by their index.
    pub const fn between(rung: usize, target: usize) -> Self {
        match (rung, target) {
            _ if rung == target => Self::Target,
            _ if rung + 1 == target => Self::Below,
            _ if rung == target + 1 => Self::Above,
            _ => Self::Other,
        }
    }
}

/// What the rungs count, in quarters. A criterion that is expected at several counts what the most of them gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factors {
    pub target: u8,
    pub below: u8,
    pub above: u8,
    pub other: u8,
}

/// Quarters in a whole.
pub const QUARTERS: u32 = 4;

impl Default for Factors {
    /// The target rung 1; its neighbours 0.25, since they tell levels apart; others 0.
    fn default() -> Self {
        Self { target: 4, below: 1, above: 1, other: 0 }
    }
}

impl Factors {
    pub fn of(self, distance: Distance) -> u32 {
        u32::from(match distance {
            Distance::Target => self.target,
            Distance::Below => self.below,
            Distance::Above => self.above,
            Distance::Other => self.other,
        })
    }
}

/// A number of quarters as it is read: "37.25", "4".
pub fn in_wholes(quarters: u64) -> String {
    let (whole, rest) = (quarters / u64::from(QUARTERS), quarters % u64::from(QUARTERS));
    let fraction = ["", ".25", ".5", ".75"].get(usize::try_from(rest).unwrap_or_default()).copied().unwrap_or_default();
    format!("{whole}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_read_as_numbers() {
        assert_eq!([0, 1, 2, 3, 4, 149].map(in_wholes), ["0", "0.25", "0.5", "0.75", "1", "37.25"]);
    }

    #[test]
    fn the_neighbours_of_the_target_are_known() {
        use Distance::{Above, Below, Other, Target};
        let found: Vec<_> = (0..5).map(|rung| Distance::between(rung, 2)).collect();
        assert_eq!(found, [Other, Below, Target, Above, Other]);
    }
}
