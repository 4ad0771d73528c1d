# One image for every process; docker-compose.yml says which one runs.
FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
WORKDIR /app
# The router keeps its JWKS copy in a volume that the unprivileged user must own.
RUN mkdir -p /var/cache/mosaic && chown node:node /var/cache/mosaic
COPY --from=build /app /app
USER node
CMD ["node", "--max-semi-space-size=64", "router/dist/main.js"]
