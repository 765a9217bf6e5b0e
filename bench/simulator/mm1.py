"""M/M/1 in SimPy: prints the seconds that it takes. Arguments: customers, utilisation."""
import random
import sys
import time

import simpy

CUSTOMERS = int(sys.argv[1])
UTILISATION = float(sys.argv[2])


def source(environment, server, waits):
    for _ in range(CUSTOMERS):
        yield environment.timeout(random.expovariate(UTILISATION))
        environment.process(customer(environment, server, waits))


def customer(environment, server, waits):
    arrived = environment.now
    with server.request() as turn:
        yield turn
        waits.append(environment.now - arrived)
        yield environment.timeout(random.expovariate(1))


random.seed(1)
environment = simpy.Environment()
waits = []
environment.process(source(environment, simpy.Resource(environment, capacity=1), waits))
started = time.perf_counter()
environment.run()
print(time.perf_counter() - started)
