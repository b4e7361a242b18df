#!/usr/bin/env python3
"""Judges requests and answers by the model that this Python's botocore carries.

Reads from stdin {"requests": [{operation, input}], "answers": [{operation, xml, output}]}; writes a list for each:
for a request the body that botocore sends and the input as far as its model knows it, for an answer what botocore reads
and the output as far as its model knows it. Null for an operation that is newer than the model.
"""
import base64
import datetime
import json
import sys
from urllib.parse import urlencode

import botocore.parsers
import botocore.serialize
import botocore.session

service = botocore.session.get_session().get_service_model('ec2')
names = set(service.operation_names)
serializer = botocore.serialize.create_serializer('ec2', include_validation=False)
parser = botocore.parsers.create_parser('ec2')


def known(shape, value, encode):
    """The value without the members that the model does not know."""
    if shape is None:
        return {}
    if shape.type_name == 'structure':
        return {k: known(shape.members[k], v, encode) for k, v in value.items() if k in shape.members}
    if shape.type_name == 'list':
        return [known(shape.member, v, encode) for v in value]
    if shape.type_name == 'blob' and encode:
        return base64.b64encode(value.encode()).decode()
    return value


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime('%Y-%m-%dT%H:%M:%S.') + '%03dZ' % (utc.microsecond // 1000)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def request(given):
    if given['operation'] not in names:
        return None
    operation = service.operation_model(given['operation'])
    shape = operation.input_shape
    value = known(shape, given['input'], False)
    body = serializer.serialize_to_request(value, operation)['body']
    return {'body': urlencode(body), 'input': known(shape, value, True)}


def answer(given):
    if given['operation'] not in names:
        return None
    shape = service.operation_model(given['operation']).output_shape
    response = {'body': given['xml'].encode(), 'headers': {}, 'status_code': 200}
    parsed = parser.parse(response, shape)
    request_id = parsed.pop('ResponseMetadata').get('RequestId')
    return {'read': plain(parsed), 'output': known(shape, given['output'], False), 'requestId': request_id}


given = json.load(sys.stdin)
json.dump(
    {'requests': [request(one) for one in given['requests']], 'answers': [answer(one) for one in given['answers']]},
    sys.stdout,
)
