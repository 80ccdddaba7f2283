/**
 * Lower triangle L with L · Lᵀ = A, in place: `matrix` is a symmetric positive matrix of `size` × `size`, row by row, of which only the lower
 * triangle is read and written. A pivot that is not positive is taken as a very small one, so that a column that says nothing gets no weight.
 *
 * @example cholesky(Float64Array.of(4, 0, 2, 5), 2) // [2, 0, 1, 2]
 *
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let at = 0; at < column; at++) sum -= matrix[row * size + at]! * matrix[column * size + at]!
      matrix[row * size + column] = column === row ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[column * size + column]!
    }
  }
  return matrix
}

/**
 * Solves L · v = `right` for the lower triangle of `cholesky`; |v|² is rightᵀ · A⁻¹ · right.
 *
 * @example forwardSolve(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(2, 3)) // [1, 1]
 */
export function forwardSolve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const solved = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) solved[row]! -= lower[row * size + at]! * solved[at]!
    solved[row]! /= lower[row * size + row]!
  }
  return solved
}

/**
 * Solves A · x = `right` for the lower triangle of `cholesky`.
 *
 * @example choleskySolve(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(6, 7)) // [1, 1]
 */
export function choleskySolve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const solved = forwardSolve(lower, size, right)
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) solved[row]! -= lower[at * size + row]! * solved[at]!
    solved[row]! /= lower[row * size + row]!
  }
  return solved
}
