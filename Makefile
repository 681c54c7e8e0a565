# Aliases of dev.py, which does the work and all set-up.
.PHONY: run test quick lint slow sweep bench screenshots format vendor vendor-check
run test quick lint slow sweep bench screenshots format:
	python3 dev.py $@
vendor:
	cd frontend && npm ci && node build.mjs
vendor-check:
	cd frontend && npm ci && node build.mjs --check
