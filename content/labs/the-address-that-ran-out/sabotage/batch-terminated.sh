# fails: kept
# A stopped server looks like one that nobody needs.
BATCH=$(aws ec2 describe-instances --filters Name=tag:Name,Values=batch-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 terminate-instances --instance-ids $BATCH && aws ec2 wait instance-terminated --instance-ids $BATCH
