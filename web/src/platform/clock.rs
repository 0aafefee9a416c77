//! The time of day.

use whyweb_core::model::Moment;

/// Milliseconds since 1970-01-01T00:00:00 UTC, as this device believes.
pub fn now() -> u64 {
    // The clock of a device is never before 1970 nor past 2⁵³.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "see above"
    )]
    let now = js_sys::Date::now() as u64;
    now
}

/// The same, as a moment of the model; none where the device believes in no year of the calendar.
pub fn moment() -> Option<Moment> {
    Moment::from_unix_millis(i64::try_from(now()).ok()?)
}

/// A day and a time of day as this person's browser writes them.
pub fn words(millis: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2⁵³")]
    let date = js_sys::Date::new(&(millis as f64).into());
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_string("default", &options).into()
}
