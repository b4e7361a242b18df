# fails: primary-again
# instead of the solution
# Terminates first and thinks afterwards. A new interface gets the address; its MAC is another one.
LICENCE_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=licence-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-licence --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --network-interface-ids $ENI --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=licence --query 'SecurityGroups[0].GroupId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text)
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 stop-instances --instance-ids $LICENCE_1
aws ec2 wait instance-stopped --instance-ids $LICENCE_1
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 terminate-instances --instance-ids $LICENCE_1
aws ec2 wait instance-terminated --instance-ids $LICENCE_1
LICENCE_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.10 --security-group-ids $GROUP \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=licence-2}]' --query 'Instances[0].InstanceId' --output text) \
  && aws ec2 wait instance-running --instance-ids $LICENCE_2
