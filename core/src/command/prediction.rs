//! What a person can do with predictions.

use crate::model::{Incident, Prediction, PredictionId, Text};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order};

/// The most predictions an incident holds.
pub const MOST_PREDICTIONS: usize = 10_000;

/// A change to a prediction.
#[derive(Debug, Clone, PartialEq)]
pub enum PredictionCommand {
    /// Adds a sealed one; its `order` is ignored.
    Add(Prediction),
    /// Opens it. The caller has checked the words against the seal: hashing is not the model's.
    Open(PredictionId, Text),
    /// Takes it out.
    Remove(PredictionId),
}

pub(super) fn plan(command: &PredictionCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use PredictionCommand as C;
    let get = |id: &PredictionId| find(&incident.predictions, id, PartId::Prediction);
    match command {
        C::Add(prediction) => {
            let id = &prediction.id;
            free(
                &incident.predictions,
                id,
                PartId::Prediction,
                MOST_PREDICTIONS,
            )?;
            let order = part_order(incident.predictions.values().map(|p| p.order));
            Ok(vec![Write::Prediction(Prediction {
                order,
                ..prediction.clone()
            })])
        }
        C::Open(id, words) => changed(
            get(id)?,
            |p| p.opened = Some(words.clone()),
            Write::Prediction,
        ),
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Prediction(id.clone()))])
        }
    }
}
