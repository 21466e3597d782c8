// SPDX-License-Identifier: Apache-2.0

// Tests of StridedNotation, one file per source file.
