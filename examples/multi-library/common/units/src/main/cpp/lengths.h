#ifndef LENGTHS_H
#define LENGTHS_H

#ifdef __cplusplus
extern "C" {
#endif

// Metres in one unit, 0 for an unknown one.
double MetresIn(const char* unit);

#ifdef __cplusplus
}
#endif

#endif  // LENGTHS_H
