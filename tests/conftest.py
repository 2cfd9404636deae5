"""What holds for all tests: how hypothesis looks for its examples."""

from hypothesis import HealthCheck, settings

# No test may fail because a machine is slow, nor on one run and pass on the next.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# `make trials` looks elsewhere each time; what it finds becomes a test of its own.
settings.register_profile(
    "wandering", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
