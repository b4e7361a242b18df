# fails: all-answered nothing-loose
# instead of the solution
# Begins as if nobody had run before: a second card is made for worker-2, and the first lies loose.
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
for NAME in worker-2 worker-3 worker-4 worker-5; do WORKER=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$NAME \
  --query 'Reservations[0].Instances[0].InstanceId' --output text); \
  CARD=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $GROUP \
  --tag-specifications "ResourceType=network-interface,Tags=[{Key=Name,Value=$NAME-data}]" \
  --query NetworkInterface.NetworkInterfaceId --output text); \
  aws ec2 wait network-interface-available --network-interface-ids $CARD; \
  aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $WORKER --device-index 1; done && sleep 5
