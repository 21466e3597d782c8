// SPDX-License-Identifier: Apache-2.0

// Mathematics over arrays: functions, statistics, sorting, products.
