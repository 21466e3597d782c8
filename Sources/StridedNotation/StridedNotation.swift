// SPDX-License-Identifier: Apache-2.0

// NumPy's notation, parsed and run over arrays.
