//! Logistic regression with a ridge and, where wanted, the sign of a weight, by coordinate descent.

use corroborate::similarity::logistic;

/// One example: its values, the probability it should get, and how much it counts.
pub struct Row {
    pub values: Vec<f64>,
    pub target: f64,
    pub weight: f64,
}

/// The least and the greatest value that a weight may take.
pub type Bounds = (f64, f64);

/// Sweeps over all weights; the fifth digit stands still long before.
const SWEEPS: usize = 120;

/// The weights within their bounds that make the targets likeliest, less `ridge` / 2 times their squares.
pub fn fit(rows: &[Row], ridge: f64, bounds: &[Bounds]) -> Vec<f64> {
    let mut weights = vec![0.0; bounds.len()];
    let mut scores = vec![0.0; rows.len()];
    for _ in 0..SWEEPS {
        for (column, (least, greatest)) in bounds.iter().enumerate() {
            let (mut gradient, mut curvature) = (-ridge * weights[column], ridge);
            for (row, score) in rows.iter().zip(&scores) {
                let p = logistic(*score);
                gradient += row.weight * (row.target - p) * row.values[column];
                curvature += row.weight * p * (1.0 - p) * row.values[column].powi(2);
            }
            let weight: f64 = (weights[column] + gradient / curvature).clamp(*least, *greatest);
            let step = weight - weights[column];
            weights[column] = weight;
            rows.iter().zip(&mut scores).for_each(|(row, score)| *score += step * row.values[column]);
        }
    }
    weights
}
