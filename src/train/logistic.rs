//! Logistic regression with a ridge, by Newton's method.

use corroborate::similarity::logistic;

/// One example: its values, the probability it should get, and how much it counts.
pub struct Row {
    pub values: Vec<f64>,
    pub target: f64,
    pub weight: f64,
}

/// Newton's method settles within a few steps on a convex problem of this size.
const STEPS: usize = 12;

/// The weights that make the targets likeliest, less `ridge` / 2 times their squares.
pub fn fit(rows: &[Row], ridge: f64) -> Vec<f64> {
    let size = rows.first().map_or(0, |r| r.values.len());
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -ridge * w).collect();
        let mut curvature: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| if i == j { ridge } else { 0.0 }).collect()).collect();
        for row in rows {
            let score: f64 = row.values.iter().zip(&weights).map(|(v, w)| v * w).sum();
            let p = logistic(score);
            let (error, slope) = (row.weight * (row.target - p), row.weight * p * (1.0 - p));
            for (i, v) in row.values.iter().enumerate() {
                gradient[i] += error * v;
                for (j, u) in row.values[..=i].iter().enumerate() {
                    curvature[i][j] += slope * v * u;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(curvature, gradient)) {
            *weight += step;
        }
    }
    weights
}

/// Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for j in 0..=i {
            let sum = matrix[i][j] - (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum::<f64>();
            matrix[i][j] = if i == j { sum.max(1e-12).sqrt() } else { sum / matrix[j][j] };
        }
        right[i] = (right[i] - (0..i).map(|k| matrix[i][k] * right[k]).sum::<f64>()) / matrix[i][i];
    }
    for i in (0..size).rev() {
        right[i] = (right[i] - (i + 1..size).map(|k| matrix[k][i] * right[k]).sum::<f64>()) / matrix[i][i];
    }
    right
}
