// SPDX-License-Identifier: Apache-2.0

// Tests of StridedMath, one file per source file.
