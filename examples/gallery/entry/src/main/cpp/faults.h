#ifndef FAULTS_H
#define FAULTS_H

#include "napi/native_api.h"

// A function of the module without arguments, and its name for ArkTS.
struct Fault {
  const char* name;
  void (*run)();
};

// A function of the module that takes part in what Node-API does.
struct NapiFault {
  const char* name;
  napi_callback run;
};

// The tables of the rooms of the gallery; each ends with an empty row.
extern const Fault kCrashes[];
extern const Fault kHangs[];
extern const Fault kLeaks[];
extern const Fault kLies[];
extern const Fault kMisuses[];
extern const NapiFault kThrows[];

#endif  // FAULTS_H
