# fails: primary-again
# instead of the solution
# Makes a new interface with the address and the name of the one that went, and launches with that: its MAC is another one.
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
COPY=$(aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.10 --groups $GROUP \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-licence}]' --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $COPY
LICENCE_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --network-interfaces DeviceIndex=0,NetworkInterfaceId=$COPY \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=licence-2}]' --query 'Instances[0].InstanceId' --output text) \
  && aws ec2 wait instance-running --instance-ids $LICENCE_2
