//! What is said around the questions: how the interview opens, the candidate's own questions, how it closes.

use serde::{Deserialize, Serialize};

/// The words to open and to close with, and the minutes for each part. They come on top of the questions' minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    pub opening: String,
    pub opening_minutes: u32,
    /// Minutes for what the candidate wants to ask, once the questions are through.
    pub candidate_minutes: u32,
    pub closing: String,
    pub closing_minutes: u32,
}

/// The most minutes that a part may take.
const MOST: u32 = 60;

const OPENING: &str = "Thank you for coming. I am going to ask you the same questions as everybody else, and I take notes so that nothing you say gets lost.
Take your time: thinking for a while before you answer is fine, and you can ask me to repeat a question. Examples from any work count, paid or not.
At the end there is time for what you want to ask. Is there anything you need before we begin?";

const CLOSING: &str = "Those were my questions. What would you like to know from us?
Thank you for your answers. I am going to rate them by the published criteria before I talk to anybody about them. This is what happens next, and this is the day by which you hear from us:";

impl Default for Script {
    /// Words to start from, 3 minutes to open, 5 for the candidate's questions, 2 to close.
    fn default() -> Self {
        Self {
            opening: OPENING.to_owned(),
            opening_minutes: 3,
            candidate_minutes: 5,
            closing: CLOSING.to_owned(),
            closing_minutes: 2,
        }
    }
}

impl Script {
    /// Minutes that all of it takes.
    pub fn minutes(&self) -> u32 {
        [self.opening_minutes, self.candidate_minutes, self.closing_minutes].into_iter().fold(0, u32::saturating_add)
    }

    /// The minutes of a part that a typed text means.
    ///
    /// # Errors
    /// What to write instead.
    pub fn minutes_in(text: &str) -> Result<u32, String> {
        let minutes = text.trim().parse().ok().filter(|minutes| *minutes <= MOST);
        minutes.ok_or_else(|| format!("Write the minutes as a whole number from 0 to {MOST}."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_take_ten_minutes_to_start_from() {
        assert_eq!(Script::default().minutes(), 10);
    }

    #[test]
    fn minutes_of_a_part_are_whole_and_few() {
        assert_eq!(["0", " 60 ", "5"].map(Script::minutes_in), [Ok(0), Ok(60), Ok(5)]);
        let refused = "Write the minutes as a whole number from 0 to 60.".to_owned();
        assert_eq!(["61", "", "-1", "2.5", "ten"].map(Script::minutes_in), [(); 5].map(|()| Err(refused.clone())));
    }
}
