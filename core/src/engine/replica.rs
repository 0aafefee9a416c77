//! An open incident as one copy among several.

use super::{DocumentError, Engine};
use crate::sync::Replica;

impl Replica for Engine {
    fn state_vector(&self) -> Vec<u8> {
        self.document.state_vector()
    }

    fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, DocumentError> {
        self.document.diff(state_vector)
    }

    fn receive(&mut self, update: &[u8]) -> Result<(), DocumentError> {
        Self::receive(self, update).map(drop)
    }
}
