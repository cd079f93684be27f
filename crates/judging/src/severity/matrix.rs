//! Symmetric matrices that say how sure estimates are, and their inverse.

/// A symmetric matrix.
#[derive(Debug, Clone)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

impl Symmetric {
    pub fn zero(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// Adds to a cell; the cell opposite is to get the same.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] += value;
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.size..(row + 1) * self.size]
    }

    /// This matrix times a vector.
    pub fn times(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| dot(self.row(row), vector)).collect()
    }

    /// The inverse of a matrix all of whose eigenvalues are above zero, by Cholesky's factor.
    pub fn inverse(&self) -> Self {
        let factor = self.factor().inverse_of_factor();
        let mut inverse = Self::zero(self.size);
        for row in 0..self.size {
            for column in 0..=row {
                let (one, other) = (factor.row(row), factor.row(column));
                let value = dot(&one[row..], &other[row..]);
                inverse.cells[row * self.size + column] = value;
                inverse.cells[column * self.size + row] = value;
            }
        }
        inverse
    }

    /// The lower triangle L with L Lᵀ = this.
    fn factor(&self) -> Self {
        let mut factor = Self::zero(self.size);
        for row in 0..self.size {
            for column in 0..=row {
                let known = dot(&factor.row(row)[..column], &factor.row(column)[..column]);
                let rest = self.at(row, column) - known;
                factor.cells[row * self.size + column] = if row == column {
                    rest.max(f64::MIN_POSITIVE).sqrt()
                } else {
                    rest / factor.at(column, column)
                };
            }
        }
        factor
    }

    /// The transposed inverse of a lower triangle: row c holds column c of the inverse.
    fn inverse_of_factor(&self) -> Self {
        let mut inverse = Self::zero(self.size);
        for column in 0..self.size {
            for row in column..self.size {
                let unit = if row == column { 1.0 } else { 0.0 };
                let known = dot(&self.row(row)[column..row], &inverse.row(column)[column..row]);
                inverse.cells[column * self.size + row] = (unit - known) / self.at(row, row);
            }
        }
        inverse
    }
}

pub fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let size = 7;
        let mut matrix = Symmetric::zero(size);
        for row in 0..size {
            for column in 0..size {
                let distance = row.abs_diff(column) as f64;
                matrix.add(row, column, if row == column { 9.0 } else { 1.0 / (1.0 + distance) });
            }
        }
        let inverse = matrix.inverse();
        for row in 0..size {
            let product = matrix.times(inverse.row(row));
            for (column, value) in product.into_iter().enumerate() {
                let expect = if row == column { 1.0 } else { 0.0 };
                assert!((value - expect).abs() < 1e-12, "{row} {column} {value}");
            }
        }
    }
}
