# The app with everything it needs at run time: nothing is fetched when it starts. Build where packages can be downloaded:
#   docker build -t rashinban .
# On Linux, the CPU build of torch is much smaller: add --build-arg PIP_EXTRA_INDEX_URL=... as in README.md.
FROM python:3.11-slim-bookworm AS build
ARG PIP_EXTRA_INDEX_URL=""
ENV PIP_EXTRA_INDEX_URL=${PIP_EXTRA_INDEX_URL} PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install "$(grep '^torch==' requirements.txt)" && /venv/bin/pip install -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 RASHINBAN_HOME=/data RASHINBAN_LOG_FORMAT=json RASHINBAN_HOST=0.0.0.0 RASHINBAN_PORT=7860
WORKDIR /app
COPY --from=build /venv /venv
COPY app.py pyproject.toml requirements.txt LICENSE NOTICE ./
COPY analytics analytics
COPY assistant assistant
COPY index index
COPY prompts prompts
# The index is built from the shipped vectors, so that a container is ready in seconds; /data starts as a copy of this.
RUN useradd --uid 10001 --create-home rashinban && mkdir /data && python -m compileall -q analytics assistant index prompts app.py \
    && python -m index build && chown -R rashinban /data
USER 10001
VOLUME /data
EXPOSE 7860
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:7860/healthz', timeout=4)"]
CMD ["python", "app.py"]
