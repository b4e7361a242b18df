#!/usr/bin/env python3
"""Writes, into the folder named, the EC2 waiters of the AWS CLI or of boto3 with no pause between two polls.

Both look there first when AWS_DATA_PATH names it. Everything else of a waiter is as its package has it.
"""
import gzip
import json
import pathlib
import sys

try:
    from awscli import botocore  # The CLI of version 2 carries its own.
except ImportError:
    import botocore

data = pathlib.Path(botocore.__file__).parent / 'data/ec2/2016-11-15'
packed = data / 'waiters-2.json.gz'
waiters = json.loads(gzip.decompress(packed.read_bytes()) if packed.exists() else (data / 'waiters-2.json').read_text())
for waiter in waiters['waiters'].values():
    waiter['delay'] = 0
folder = pathlib.Path(sys.argv[1]) / 'ec2/2016-11-15'
folder.mkdir(parents=True)
(folder / 'waiters-2.json').write_text(json.dumps(waiters))
