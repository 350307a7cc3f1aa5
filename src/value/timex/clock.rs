//! Times of day.

use std::fmt;

/// A time of day, without its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Hour, minute, second: `T06`, `T06:41`, `T06:41:00`
    At(u32, Option<u32>, Option<u32>),
    /// `TMO`
    Part(PartOfDay),
}

macro_rules! parts_of_day {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A part of the day by its TIMEX3 code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum PartOfDay { $($(#[$doc])* $name),+ }

        impl PartOfDay {
            /// The part with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }

            /// Its code: `MO`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

parts_of_day! {
    /// `MO`
    Morning = "MO",
    /// `MI`
    Midday = "MI",
    /// `AF`
    Afternoon = "AF",
    /// `EV`
    Evening = "EV",
    /// `NI`
    Night = "NI",
    /// `DT`: as long as it is light, or open
    Daytime = "DT",
    /// `MEL`, not in the standard
    Lunchtime = "MEL",
    /// `MED`, not in the standard
    Dinnertime = "MED",
}

impl PartOfDay {
    /// Whether it is named by a meal.
    #[must_use]
    pub fn is_mealtime(self) -> bool {
        matches!(self, Self::Lunchtime | Self::Dinnertime)
    }
}

impl Clock {
    /// Minutes after midnight; `None` for a part of the day and for what no clock shows.
    #[must_use]
    pub fn minute(self) -> Option<u16> {
        match self {
            Self::At(hour, minute, _) => {
                let (hour, minute) = (u16::try_from(hour).ok()?, u16::try_from(minute.unwrap_or(0)).ok()?);
                (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
            }
            Self::Part(_) => None,
        }
    }

    /// Whether two times of day can be one: the same written parts, and a part of the day beside any.
    #[must_use]
    pub fn may_equal(self, other: Self) -> bool {
        matches!((self, other), (Self::Part(_), _) | (_, Self::Part(_))) || self == other
    }

    /// Its text without the mark: `06:41`; a part of the day keeps it.
    pub(super) fn bare(self) -> String {
        let text = self.to_string();
        match self {
            Self::At(..) => text[1..].to_owned(),
            Self::Part(_) => text,
        }
    }

    /// Reads `T06:41` or `TMO`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('T')?;
        PartOfDay::from_code(text).map(Self::Part).or_else(|| hours(text))
    }

    /// Reads `06:41` or `TMO`.
    pub(super) fn read_bare(text: &str) -> Option<Self> {
        if text.contains(':') { hours(text) } else { Self::read(text).filter(|clock| matches!(clock, Self::Part(_))) }
    }
}

fn hours(text: &str) -> Option<Clock> {
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut parts = text.split(':');
    let hour = number(parts.next()?)?;
    let mut next = || parts.next().map_or(Some(None), |digits| number(digits).map(Some));
    let (minute, second) = (next()?, next()?);
    parts.next().is_none().then_some(Clock::At(hour, minute, second))
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) => write!(f, "T{}", part.code()),
            Self::At(hour, minute, second) => {
                write!(f, "T{hour:02}")?;
                minute.map_or(Ok(()), |minute| write!(f, ":{minute:02}"))?;
                second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
            }
        }
    }
}
