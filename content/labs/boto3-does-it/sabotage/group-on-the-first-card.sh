# fails: all-answered
# instead of the solution
# Gives the group to the first cards. They are answered, and there is no network of its own; the card that lies about is deleted.
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=data-a --query 'Subnets[0].SubnetId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=db-clients --query 'SecurityGroups[0].GroupId' --output text)
WORKER_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=worker-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WORKER_OLD=$(aws ec2 describe-instances --filters Name=tag:Name,Values=worker-old --query 'Reservations[0].Instances[0].InstanceId' --output text)
SECOND=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=worker-2-data --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
OLD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=worker-old-data --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $OLD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 terminate-instances --instance-ids $WORKER_OLD --dry-run
aws ec2 modify-network-interface-attribute --network-interface-id $OLD --attachment AttachmentId=$PLUG,DeleteOnTermination=true
aws ec2 terminate-instances --instance-ids $WORKER_OLD && aws ec2 wait instance-terminated --instance-ids $WORKER_OLD
aws ec2 delete-network-interface --network-interface-id $SECOND
WORKERS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=workers --query 'SecurityGroups[0].GroupId' --output text)
for NAME in worker-2 worker-3 worker-4 worker-5; do FIRST=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$NAME \
  --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text); \
  aws ec2 modify-network-interface-attribute --network-interface-id $FIRST --groups $WORKERS $GROUP; done
