#!/usr/bin/env python3
"""Writes ec2.json: AWS's API model of the operations in operations.txt, trimmed to names, types and nesting.

Reads the model that the botocore package of this Python carries; run it again when AWS's model has grown.
"""
import gzip
import json
import pathlib

import botocore

here = pathlib.Path(__file__).parent
with gzip.open(pathlib.Path(botocore.__file__).parent / 'data/ec2/2016-11-15/service-2.json.gz') as file:
    model = json.load(file)


def trim(reference, stack=()):
    name = reference['shape']
    shape = model['shapes'][name]
    kind = 'double' if shape['type'] == 'float' else shape['type']
    trimmed = {'type': kind}
    for wire in ('locationName', 'queryName'):
        if wire in reference:
            trimmed[wire] = reference[wire]
    if name in stack:
        return trimmed
    if kind == 'structure':
        if shape.get('required'):
            trimmed['required'] = shape['required']
        trimmed['members'] = {key: trim(member, stack + (name,)) for key, member in shape['members'].items()}
    if kind == 'list':
        trimmed['member'] = trim(shape['member'], stack + (name,))
    return trimmed


names = (here / 'operations.txt').read_text().split()
operations = {}
for name in names:
    operation = model['operations'][name]
    operations[name] = {key: trim(operation[key]) for key in ('input', 'output') if key in operation}
lines = ',\n'.join(f'{json.dumps(name)}:{json.dumps(one, separators=(",", ":"))}' for name, one in operations.items())
source = (
    f'EC2 API model, version 2016-11-15, published by AWS with botocore {botocore.__version__} (Apache-2.0); '
    'names, types and nesting only'
)
(here / 'ec2.json').write_text(f'{{"source":{json.dumps(source)},"operations":{{\n{lines}\n}}}}\n')
