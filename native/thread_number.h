/** A number for each thread that is never used again, unlike the ids of the system. */
#ifndef JSVM_MEMORY_THREAD_NUMBER_H
#define JSVM_MEMORY_THREAD_NUMBER_H

#include <cstdint>

/** The calling thread's number, from 1. */
uint64_t ThreadNumber();

#endif  // JSVM_MEMORY_THREAD_NUMBER_H
