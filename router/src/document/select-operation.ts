// Which operation of the document is meant, and whether this transport carries its kind.
import { getOperationAST } from 'graphql';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';

export const selectOperation: Stage['admit'] = (passage) => {
  const operation = getOperationAST(filled(passage.document, 'document'), passage.asked?.operationName);
  if (!operation) return Refused.as('OPERATION_RESOLUTION_FAILURE');
  passage.operation = operation;
  if (passage.transport === 'websocket' || operation.operation === 'query') return null;
  if (operation.operation === 'subscription') {
    return passage.accepted?.stream ? null : Refused.as('SUBSCRIPTION_TRANSPORT_REQUIRED');
  }
  if (passage.http?.request.method !== 'GET') return null;
  passage.http.response.setHeader('allow', 'POST');
  return Refused.as('METHOD_NOT_ALLOWED');
};
