// SPDX-License-Identifier: Apache-2.0
#include "CStridedMemory.h"

long strided_ledger_listeners = 0;
