#include "lengths.h"

#include <string.h>

struct Unit {
  const char* name;
  double metres;
};

static const struct Unit kUnits[] = {
    {"m", 1.0},
    {"ft", 0.3048},
    {"mi", 1609.344},
};

double MetresIn(const char* unit) {
  for (size_t index = 0; index < sizeof(kUnits) / sizeof(kUnits[0]); index++) {
    if (strcmp(kUnits[index].name, unit) == 0) return kUnits[index].metres;
  }
  return 0;
}
