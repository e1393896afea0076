// A Markdown page of the small contract's shop, as its site would serve it, and variants of it.

/** The page of `shop.orders.cancel`. It agrees with the small contract. */
export const CANCEL_PAGE = `# Cancel an order

## OpenAPI Specification

\`\`\`yaml
openapi: 3.0.1
info:
  title: ''
  description: ''
  version: 1.0.0
paths:
  /shop/order/{orderId}:
    get:
      summary: Cancel an order
      deprecated: false
      description: ''
      tags:
        - Orders
      parameters:
        - name: orderId
          in: path
          description: order
          required: true
          example: 2542285634920880794
          schema:
            type: string
        - name: signature
          in: header
          description: ''
          required: true
          example: ABC
          schema:
            type: string
            default: ABC
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  data:
                    $ref: '#/components/schemas/Order'
              example:
                data:
                  orderId: 2542285634920880794
                  price: 1990
                  note: null
          headers: {}
          x-apifox-name: Success
      security: []
      x-apifox-folder: Shop/Orders
      x-apifox-status: developing
      x-run-in-apifox: https://app.apifox.com/web/project/1/apis/api-2-run
components:
  schemas:
    Order:
      type: object
      properties:
        orderId:
          type:
            - integer
            - string
          format: int64
          title: order
        price:
          type: integer
          format: int64
          title: price
        note:
          type: string
          nullable: true
          title: note
  securitySchemes: {}
servers:
  - url: https://shop.example.org
    description: production
security: []

\`\`\`
`;

/** The page with one piece of text replaced. The piece must occur exactly once. */
export function cancelPage(from: string, to: string): string {
  const pieces = CANCEL_PAGE.split(from);
  if (pieces.length !== 2) throw new Error(`"${from}" occurs ${pieces.length - 1} times on the page`);
  return pieces.join(to);
}
