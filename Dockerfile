# docker build -t pipalint . && docker run --rm -v "$PWD:/work" pipalint check
FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.release=$VERSION" -o /pipalint ./cmd/pipalint

FROM alpine:3.22
# git tells which files are ignored and what stood in another commit; certificates are for addresses.
RUN apk add --no-cache ca-certificates git \
 && git config --system --add safe.directory '*'
COPY --from=build /pipalint /usr/local/bin/pipalint
COPY LICENSE NOTICE /usr/share/doc/pipalint/
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["pipalint"]
CMD ["help"]
