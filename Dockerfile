# The wheel that a release built, and nothing else: docker run --rm -v "$PWD:/work:ro" ghcr.io/factlint/factlint check
# 3.13.15 on Debian 13; dependabot brings the next one.
FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b
COPY requirements/dev.txt dist/*.whl /tmp/install/
RUN python -m pip install --no-cache-dir --only-binary :all: -c /tmp/install/dev.txt /tmp/install/*.whl \
    && rm -rf /tmp/install
# The user may own nothing here: the articles are somebody else's, and are only read.
USER nobody
ENV FACTLINT_CACHE_DIR=/tmp/factlint
WORKDIR /work
ENTRYPOINT ["factlint"]
CMD ["check"]
