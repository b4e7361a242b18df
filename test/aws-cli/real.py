#!/usr/bin/env python3
"""Runs lines with the AWS CLI that this Python has, in one process: by itself each would take a second.

Reads from stdin {"endpoint": URL, "lines": [words after `aws`, ...]}; line n goes to URL/n. Writes for each what it
printed and its exit code. With {"commands": true} instead, writes what the program knows of EC2: for each operation its
flags, its parameters and the members of its answer in order.
"""
import io
import json
import sys
import time

from awscli.clidriver import create_clidriver


def tree(shape):
    """Member names, nested; what is in a list stands for the list; null for a value."""
    if shape is None:
        return {}
    if shape.type_name == 'list':
        return tree(shape.member)
    if shape.type_name == 'structure':
        return {name: tree(member) for name, member in shape.members.items()}
    return None


def new_driver():
    """As fresh as a process of its own; only AWS's models are not read again."""
    driver = create_clidriver()
    driver.session.register_component('data_loader', loader)
    return driver


def commands(driver):
    known = {}
    for name, command in driver.subcommand_table['ec2'].subcommand_table.items():
        model = getattr(command, '_operation_model', None)
        if model is not None:
            flags = ['--' + flag for flag in command.arg_table]
            shape = model.input_shape
            known[model.name] = {
                'flags': flags,
                'required': shape.required_members if shape else [],
                'tokens': [name for name, member in shape.members.items() if member.metadata.get('idempotencyToken')] if shape else [],
                'input': tree(shape),
                'output': tree(model.output_shape),
            }
    return known


def run(driver, words):
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    try:
        code = driver.main(words)
    except SystemExit as end:
        code = end.code
    finally:
        printed = {'stdout': sys.stdout.getvalue(), 'stderr': sys.stderr.getvalue()}
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    return {**printed, 'exitCode': code}


given = json.load(sys.stdin)
sys.argv[0] = 'aws'
# Waiters poll at once.
time.sleep = lambda seconds: None
loader = create_clidriver().session.get_component('data_loader')
if given.get('commands'):
    answer = commands(new_driver())
else:
    own = ['--no-sign-request', '--no-cli-auto-prompt', '--endpoint-url']
    answer, driver, command = [], None, None
    for n, words in enumerate(given['lines']):
        # A driver goes on with what the one command before left in it: only the same command may use it again.
        if driver is None or words[:2] != command:
            driver, command = new_driver(), words[:2]
        answer.append(run(driver, [*words, *own, f"{given['endpoint']}/{n}"]))
json.dump(answer, sys.stdout)
