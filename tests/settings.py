"""Configure Django for tests: the same settings in a throw-away data folder."""

import os
import tempfile

os.environ["UPSLOPE_HOME"] = tempfile.mkdtemp(prefix="upslope-test-")

from upslope.web.settings import *  # noqa: F403
